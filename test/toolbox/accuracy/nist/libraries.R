# What lm of R makes of the certified regressions: prints a line a set for libraries.csv. Rscript libraries.R >> libraries.csv
# Its usual tolerance, 1e-7, calls a column of Filip dependent and answers nothing; 1e-10 is what is measured.
right <- function(values, exact) min(mapply(function(value, true) {
  error <- if (true == 0) abs(value) else abs(value - true) / abs(true)
  if (is.na(error)) 0 else if (error == 0) 15 else max(0, min(15, -log10(error)))
}, values, exact))
for (file in sort(list.files(pattern = "[.]dat$"))) {
  text <- readLines(file)
  place <- as.integer(regmatches(text, regexec("Data +\\(lines ([0-9]+) to +([0-9]+)\\)", text))[grep("Data +\\(lines", text)][[1]][2:3])
  data <- as.matrix(read.table(text = text[place[1]:place[2]]))
  found <- regmatches(text, regexec("^ +B([0-9]+) +([-0-9.E+]+) +([-0-9.E+]+) *$", text))
  found <- do.call(rbind, found[lengths(found) == 4])
  constant <- found[1, 2] == "0"
  degree <- nrow(found) - constant
  x <- if (ncol(data) > 2) data[, -1] else outer(data[, 2], seq_len(degree), "^")
  fit <- if (constant) lm(data[, 1] ~ x, tol = 1e-10) else lm(data[, 1] ~ x + 0, tol = 1e-10)
  values <- suppressWarnings(summary(fit))$coefficients
  cat(sprintf("R %s.%s (lm, tol 1e-10),%s,%.1f,%.1f\n", R.version$major, R.version$minor, sub("[.]dat$", "", file),
    right(values[, 1], as.numeric(found[, 3])), right(values[, 2], as.numeric(found[, 4]))))
}
