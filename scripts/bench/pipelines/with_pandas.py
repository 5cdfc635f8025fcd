"""The same figures with pandas. Usage: with_pandas.py FOLDER"""

import json
import resource
import sys

import numpy as np
import pandas as pd

folder = sys.argv[1]
GRANTED = ["Approved", "Partially approved", "Approved on appeal"]
Z = 1.959963985


def cents(dollars):
    low = np.floor(dollars * 100)
    return low + (dollars >= (low + 0.5) / 100)


cases = pd.read_csv(f"{folder}/Cases.csv", usecols=["Case id", "Payer", "Outcome"], dtype=str)
cases["k"] = cases["Outcome"].isin(GRANTED)
cases["d"] = cases["k"] | (cases["Outcome"] == "Denied")
counts = cases.groupby("Payer").agg(n=("k", "size"), k=("k", "sum"), d=("d", "sum"))
used = ["Case id", "Outcome that applies", "Expected dollars", "Medicare dollars", "Multiple of Medicare", "Units requested", "Units that apply", "Units authorized"]
lines = pd.read_csv(f"{folder}/ServiceLines.csv", usecols=used, dtype={"Case id": str, "Multiple of Medicare": str}, float_precision="round_trip")
lines = lines.merge(cases[["Case id", "Payer"]], on="Case id")
lines["multiple"] = pd.to_numeric(lines["Multiple of Medicare"], errors="coerce")
lines["got"] = lines["Units that apply"].fillna(lines["Units authorized"])
granted = lines["Outcome that applies"].isin(GRANTED)
compared = lines[granted & lines["Expected dollars"].notna() & lines["Medicare dollars"].notna() & lines["multiple"].notna()]
compared = compared.assign(a=cents(compared["Expected dollars"]), m=cents(compared["Medicare dollars"]))
multiples = compared.groupby("Payer").agg(a=("a", "sum"), m=("m", "sum"), median=("multiple", "median"), low=("multiple", "min"), high=("multiple", "max"), lines=("a", "size"))
decided = lines[(granted | (lines["Outcome that applies"] == "Denied")) & (lines["Units requested"] > 0) & (lines["got"] >= 0)]
units = decided.groupby("Payer").agg(got=("got", "sum"), requested=("Units requested", "sum"))

figures = []
for payer, row in counts.join(multiples).join(units).sort_index().iterrows():
    n, p = row["d"], row["k"] / row["d"]
    middle, reach = p + Z * Z / 2 / n, Z * (p * (1 - p) / n + Z * Z / 4 / n / n) ** 0.5
    figures.append(
        {
            "payer": payer,
            "requests": int(row["n"]),
            "decided": int(n),
            "approvalRate": p,
            "approvalLow": (middle - reach) / (1 + Z * Z / n),
            "approvalHigh": (middle + reach) / (1 + Z * Z / n),
            "multipleWeighted": row["a"] / row["m"],
            "multipleMedian": row["median"],
            "multipleLow": row["low"],
            "multipleHigh": row["high"],
            "multipleLines": int(row["lines"]),
            "unitYield": row["got"] / row["requested"],
        }
    )
used_up = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"figures": figures, "cpuMs": (used_up.ru_utime + used_up.ru_stime) * 1000, "peakMb": used_up.ru_maxrss / 1024}))
