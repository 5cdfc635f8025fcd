"""Computes shrunken approval rates a second way, for the tests: reads [[granted, decided], ...] from standard input,
finds the likeliest prior with scipy's simplex and sums over priors on a grid that knows nothing of it. Prints JSON."""

import json
import sys

import numpy as np
from scipy.optimize import minimize
from scipy.special import betaln, expit
from scipy.stats import beta

counts = np.array(json.load(sys.stdin), dtype=float)
k, n = counts[:, 0], counts[:, 1]


def log_posterior(odds, strength):
    odds, strength = np.asarray(odds)[..., None], np.asarray(strength)[..., None]
    a, b = expit(odds) * np.exp(strength), expit(-odds) * np.exp(strength)
    likelihood = np.sum(betaln(a + k, b + n - k) - betaln(a, b), -1)
    return likelihood + (np.log(a) + np.log(b) - 2.5 * strength)[..., 0]


def height(point):
    return -float(log_posterior(*point)) if 0 <= point[1] <= 10 else 1e12


starts = [(odds, strength) for odds in (-2, 0, 2) for strength in (0.5, 3, 6)]
best = min(
    (minimize(height, start, method="Nelder-Mead", options={"xatol": 1e-9, "fatol": 1e-12, "maxiter": 5000}) for start in starts),
    key=lambda found: found.fun,
)
a, b = expit(best.x[0]) * np.exp(best.x[1]), expit(-best.x[0]) * np.exp(best.x[1])

odds, strength = np.meshgrid(np.linspace(-6, 6, 601), np.linspace(0, 10, 81), indexing="ij")
height_at = np.concatenate([log_posterior(o, s) for o, s in zip(odds, strength)]).reshape(odds.shape)
weight = np.exp(height_at - height_at.max())
# The ends of the strengths count half.
weight[:, [0, -1]] /= 2
weight /= weight.sum()
keep = weight > 1e-6 * weight.max()
weight, alphas, betas = weight[keep], (expit(odds) * np.exp(strength))[keep], (expit(-odds) * np.exp(strength))[keep]


def point_of(share, granted, decided):
    """Where the mixture of the payers' beta distributions, taken as it is, has the given share below."""
    low, high = 0.0, 1.0
    for _ in range(18):
        middle = (low + high) / 2
        below = np.sum(weight * beta.cdf(middle, alphas + granted, betas + decided - granted))
        low, high = (middle, high) if below < share else (low, middle)
    return (low + high) / 2


print(
    json.dumps(
        {
            "alpha": float(a),
            "beta": float(b),
            "shrunken": list((a + k) / (a + b + n)),
            "low": [point_of(0.025, *count) for count in counts],
            "high": [point_of(0.975, *count) for count in counts],
        }
    )
)
