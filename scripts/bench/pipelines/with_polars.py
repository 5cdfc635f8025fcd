"""The same figures with polars, read lazily. Usage: with_polars.py FOLDER"""

import json
import resource
import sys

import polars as pl

folder = sys.argv[1]
GRANTED = ["Approved", "Partially approved", "Approved on appeal"]
Z = 1.959963985


def cents(name):
    dollars = pl.col(name)
    low = (dollars * 100).floor()
    # A division by a constant becomes a multiplication by 0.01, which is another number: here the divisor is a column.
    return low + (dollars >= (low + 0.5) / (dollars * 0 + 100)).cast(pl.Float64)


def scan(name, numbers):
    schema = pl.scan_csv(f"{folder}/{name}.csv", infer_schema=False).collect_schema().names()
    types = {column: pl.Float64 if column in numbers else pl.String for column in schema}
    return pl.scan_csv(f"{folder}/{name}.csv", schema=types)


cases = scan("Cases", []).select("Case id", "Payer", "Outcome")
granted = pl.col("Outcome").is_in(GRANTED)
counts = cases.group_by("Payer").agg(pl.len().alias("n"), granted.sum().alias("k"), (granted | (pl.col("Outcome") == "Denied")).sum().alias("d"))
numbers = ["Expected dollars", "Medicare dollars", "Units requested", "Units that apply", "Units authorized"]
lines = (
    scan("ServiceLines", numbers)
    .select("Case id", "Outcome that applies", "Multiple of Medicare", *numbers)
    .join(cases.select("Case id", "Payer"), on="Case id")
    .with_columns(
        pl.col("Multiple of Medicare").cast(pl.Float64, strict=False).alias("multiple"),
        pl.coalesce("Units that apply", "Units authorized").alias("got"),
        pl.col("Outcome that applies").is_in(GRANTED).alias("granted"),
    )
)
multiples = (
    lines.filter(pl.col("granted") & pl.col("Expected dollars").is_not_null() & pl.col("Medicare dollars").is_not_null() & pl.col("multiple").is_not_null())
    .group_by("Payer")
    .agg(
        cents("Expected dollars").sum().alias("a"),
        cents("Medicare dollars").sum().alias("m"),
        pl.col("multiple").median().alias("median"),
        pl.col("multiple").min().alias("low"),
        pl.col("multiple").max().alias("high"),
        pl.len().alias("lines"),
    )
)
units = (
    lines.filter((pl.col("granted") | (pl.col("Outcome that applies") == "Denied")) & (pl.col("Units requested") > 0) & (pl.col("got") >= 0))
    .group_by("Payer")
    .agg(pl.col("got").sum(), pl.col("Units requested").sum().alias("requested"))
)
counted, compared, yielded = pl.collect_all([counts, multiples, units])
figures = []
for row in counted.join(compared, on="Payer").join(yielded, on="Payer").sort("Payer").iter_rows(named=True):
    n, p = row["d"], row["k"] / row["d"]
    middle, reach = p + Z * Z / 2 / n, Z * (p * (1 - p) / n + Z * Z / 4 / n / n) ** 0.5
    figures.append(
        {
            "payer": row["Payer"],
            "requests": row["n"],
            "decided": n,
            "approvalRate": p,
            "approvalLow": (middle - reach) / (1 + Z * Z / n),
            "approvalHigh": (middle + reach) / (1 + Z * Z / n),
            "multipleWeighted": row["a"] / row["m"],
            "multipleMedian": row["median"],
            "multipleLow": row["low"],
            "multipleHigh": row["high"],
            "multipleLines": row["lines"],
            "unitYield": row["got"] / row["requested"],
        }
    )
used_up = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"figures": figures, "cpuMs": (used_up.ru_utime + used_up.ru_stime) * 1000, "peakMb": used_up.ru_maxrss / 1024}))
