"""What NumPy makes of the certified regressions: prints a line a set for libraries.csv. python3 libraries.py >> libraries.csv"""
import pathlib, re
import numpy as np

def certified(text):
    lines = text.splitlines()
    first, last = map(int, re.search(r"Data +\(lines (\d+) to +(\d+)\)", text).groups())
    data = np.array([[float(each) for each in line.split()] for line in lines[first - 1 : last]])
    found = re.findall(r"^ +B(\d+) +([-\d.E+]+) +([-\d.E+]+) *$", text, re.M)
    constant = found[0][0] == "0"
    if data.shape[1] > 2:
        x = np.column_stack([np.ones(len(data)), data[:, 1:]])
    else:
        x = np.vander(data[:, 1], len(found) + (0 if constant else 1), increasing=True)[:, (0 if constant else 1) :]
    return data[:, 0], x, [float(one[1]) for one in found], [float(one[2]) for one in found]

def right(values, exact):
    def one(value, true):
        error = abs(value) if true == 0 else abs(value - true) / abs(true)
        return 15.0 if error == 0 else max(0.0, min(15.0, -np.log10(error)))
    return min(one(value, true) for value, true in zip(values, exact))

for file in sorted(pathlib.Path(__file__).parent.glob("*.dat")):
    y, x, coefficients, errors = certified(file.read_text())
    # QR and not lstsq, whose usual cut of small singular values leaves Filip without an answer.
    q, r = np.linalg.qr(x)
    found = np.linalg.solve(r, q.T @ y)
    left = y - x @ found
    inverse = np.linalg.inv(r)
    deviations = np.sqrt(left @ left / (len(y) - x.shape[1])) * np.sqrt((inverse**2).sum(axis=1))
    print(f"NumPy {np.__version__} (linalg.qr),{file.stem},{right(found, coefficients):.1f},{right(deviations, errors):.1f}")
