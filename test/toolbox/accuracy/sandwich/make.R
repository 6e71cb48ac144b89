# Makes shops.csv, petersen.csv and results.csv beside it: Rscript make.R, in this folder.
# Made with R 4.2.2 and sandwich 3.0-2 (Debian: r-base, r-cran-sandwich). Numbers have 17 digits, so that doubles come back as they were.
library(sandwich)

digits <- function(x) sprintf("%.17g", x)
keep <- function(table, file) write.csv(table, file, row.names = FALSE, quote = FALSE, fileEncoding = "UTF-8")

# Invented shops, as their file's name says: errors grow with turnover, sellers keep several shops and share an error, and the third
# category has one shop far out, with a leverage near one.
RNGversion("4.0.0")
set.seed(20201)
invented <- do.call(rbind, lapply(1:3, function(category) {
  count <- c(60, 25, 12)[category]
  seller <- sort(sample(seq_len(ceiling(count / 4)), count, replace = TRUE))
  u <- rnorm(count, 9, 1.2)
  if (category == 3) u[1] <- 20
  shared <- rnorm(max(seller), 0, 0.3)[seller]
  v <- c(0.85, 0.9, 0.92)[category] * u - c(0.1, 0.7, 1)[category] + shared + rnorm(count) * 0.1 * sqrt(u)
  data.frame(category = letters[category], turnover = exp(u), employees = exp(u - v), seller = paste0(letters[category], seller))
}))
keep(transform(invented, turnover = digits(turnover), employees = digits(employees)), "synthetic-shops.csv")

# Petersen's data on clusters, which comes with sandwich: 60 of its firms with ten years each. Its x and y become ln(turnover) and
# ln(turnover / employees).
data("PetersenCL", package = "sandwich")
firms <- subset(PetersenCL, firm <= 60)
petersen <- data.frame(category = "firms", turnover = exp(firms$x), employees = exp(firms$x - firms$y), seller = paste0("f", firms$firm))
keep(transform(petersen, turnover = digits(turnover), employees = digits(employees)), "petersen.csv")

results <- function(set, shops) do.call(rbind, lapply(split(shops, shops$category), function(each) {
  u <- log(each$turnover)
  v <- log(each$turnover / each$employees)
  fit <- lm(v ~ u)
  errors <- function(name, covariance) setNames(sqrt(diag(covariance)), paste0(c("p0", "p1"), " ", name))
  values <- c(
    "n" = nrow(each),
    "sellers" = length(unique(each$seller)),
    "p0" = unname(coef(fit)[1]),
    "p1" = unname(coef(fit)[2]),
    "r2" = summary(fit)$r.squared,
    "sigma" = summary(fit)$sigma,
    "greatest leverage" = max(hatvalues(fit)),
    "smearing" = mean(exp(-residuals(fit))),
    "employment" = sum(exp(u - fitted(fit))),
    errors("classical", vcov(fit)),
    unlist(lapply(c("HC0", "HC1", "HC2", "HC3"), function(type) errors(type, vcovHC(fit, type = type)))),
    # (G / (G - 1)) ((n - 1) / (n - 2)) the sums over clusters: HC1 and cadjust, sandwich's own defaults.
    errors("clustered", vcovCL(fit, cluster = each$seller, type = "HC1", cadjust = TRUE))
  )
  data.frame(set = set, category = each$category[1], measure = names(values), value = digits(values))
}))
keep(rbind(results("synthetic-shops", invented), results("petersen", petersen)), "results.csv")
