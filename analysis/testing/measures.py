"""Computes the measures of a ledger workbook a second way, for the tests: reads the saved values of its tables with
openpyxl, counts with the standard library alone, and prints JSON. Usage: measures.py LEDGER.xlsx AS-OF"""

import json
import re
import sys
from collections import defaultdict
from datetime import date, datetime, timedelta
from fractions import Fraction
from statistics import NormalDist, median

import openpyxl

path, as_of = sys.argv[1], date.fromisoformat(sys.argv[2])
book = openpyxl.load_workbook(path, data_only=True)


def table(name):
    for sheet in book.worksheets:
        if name in sheet.tables:
            head, *rows = [[cell.value for cell in row] for row in sheet[sheet.tables[name].ref]]
            found = [dict(zip(head, row)) for row in rows]
            return [row for row in found if any(value not in (None, "") for value in row.values())]
    return []


def named(name):
    sheet, cell = re.match(r"'?([^'!]+)'?!\$?([A-Z]+\$?\d+)", book.defined_names[name].attr_text).groups()
    return book[sheet][cell.replace("$", "")].value


def day(value):
    return value.date() if isinstance(value, datetime) else value if isinstance(value, date) else None


def num(value):
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def money(value):
    """Exact, to the cent, halves away from zero."""
    if num(value) is None:
        return None
    exact = Fraction(str(value)) * 100
    cents = (abs(exact) + Fraction(1, 2)).__floor__()
    return Fraction(cents if exact >= 0 else -cents, 100)


holidays = {day(row["Day"]) for row in table("Holidays")}


def business_days(after, until):
    count, at = 0, after
    while at < until:
        at += timedelta(days=1)
        count += at.weekday() < 5 and at not in holidays
    return count


GRANTED = {"Approved": "approved", "Partially approved": "partial", "Approved on appeal": "overturned"}
KINDS = {**GRANTED, "Denied": "denied", "Withdrawn": "withdrawn"}

lines_of, periods_of, offers_of, claims_of = (defaultdict(list) for _ in range(4))
for rows, of in (
    (table("ServiceLines"), lines_of),
    (table("AuthorizationPeriods"), periods_of),
    (table("Offers"), offers_of),
    (table("Claims"), claims_of),
):
    for row in rows:
        of[row["Case id"]].append(row)

cases = []
for row in table("Cases"):
    submitted, decided = day(row["Submitted"]), day(row["Decided"])
    if submitted and submitted > as_of:
        continue
    later = decided is not None and decided > as_of
    asked = "Outcome" in (row["Asked in Review"] or "")
    kind = "pending" if later or asked else KINDS.get(row["Outcome"], "pending")
    cases.append({**row, "kind": kind, "submitted": submitted, "decided": None if later else decided})


def ratio_of(mine, other):
    """One rate over another: alike as they stand, else by dollars for one unit; None where neither is possible."""
    dollar = {"Per unit", "Per day"}
    if mine["rate"] <= 0 or other["rate"] <= 0:
        return None
    if mine["model"] in dollar and other["model"] in dollar:
        return mine["rate"] / other["rate"] if mine["unit"] == other["unit"] else None
    if mine["model"] == other["model"]:
        return mine["rate"] / other["rate"]
    if "Per case" in (mine["model"], other["model"]) or mine["unit"] != other["unit"]:
        return None
    if mine["each"] is None or not other["each"]:
        return None
    return mine["each"] / other["each"]


def unit_of(model, basis):
    basis = (basis or "").lower()
    if basis in ("day", "hour", "15 minutes"):
        return basis
    return "day" if model == "Per day" and basis not in ("visit", "session", "unit") else ""


def line_rate(line):
    model, rate, unit = line["Model that applies"], num(line["Rate that applies"]), line["Rate is per"] or ""
    if line["In question"] == "Yes" or not model or rate is None:
        return None
    each, medicare, charge = None, num(line["Medicare rate"]), num(line["Billed charge"])
    if model in ("Per unit", "Per day"):
        each = rate
    elif model == "Percent of billed" and charge is not None:
        each = rate * charge / 100
    elif model == "Percent of Medicare" and medicare is not None and (not unit or num(line["Own benchmark"])):
        each = float(money(float(Fraction(str(rate)) * Fraction(str(medicare)) / 100)))
    return {"model": model, "rate": rate, "unit": unit, "each": each}


def measure(group):
    kinds = [case["kind"] for case in group]
    out = {kind: kinds.count(kind) for kind in ("approved", "partial", "denied", "pending", "withdrawn", "overturned")}
    yes = out["approved"] + out["partial"] + out["overturned"]
    n = yes + out["denied"]
    out |= {"requests": len(group), "decided": n, "approvalRate": yes / n if n else None}
    z = NormalDist().inv_cdf(0.975)
    if n:
        middle, reach = yes / n + z * z / 2 / n, z * ((yes / n * (1 - yes / n) + z * z / 4 / n) / n) ** 0.5
        out |= {"approvalLow": (middle - reach) / (1 + z * z / n), "approvalHigh": (middle + reach) / (1 + z * z / n)}
    else:
        out |= {"approvalLow": None, "approvalHigh": None}

    waits = []
    for case in group:
        if case["submitted"] is None or case["kind"] == "withdrawn":
            continue
        if case["kind"] == "pending":
            waits.append((business_days(case["submitted"], as_of), False))
        elif case["decided"] and case["decided"] >= case["submitted"]:
            waits.append((business_days(case["submitted"], case["decided"]), True))
    curve, out["turnaroundMedian"] = Fraction(1), None
    for time in sorted({days for days, ended in waits if ended}):
        at_risk = sum(days >= time for days, _ in waits)
        curve *= 1 - Fraction(sum(days == time and ended for days, ended in waits), at_risk)
        if curve <= Fraction(1, 2):
            out["turnaroundMedian"] = time
            break

    granted = [case for case in group if case["kind"] in GRANTED.values()]
    live = [(case, line) for case in granted for line in lines_of[case["Case id"]] if line["Outcome that applies"] in GRANTED]
    compared = [line for _, line in live if num(line["Medicare dollars"]) is not None]
    agreed = sum(money(line["Expected dollars"]) for line in compared)
    medicare = sum(money(line["Medicare dollars"]) for line in compared)
    multiples = [line["Multiple of Medicare"] for line in compared]
    dollars = [money(case["Expected dollars"]) for case in granted if num(case["Expected dollars"]) is not None]
    whole = sum(
        max(
            money(num(case["Expected dollars"]) or 0),
            sum(money(num(line["Expected dollars"]) or 0) for other, line in live if other is case),
        )
        for case in granted
    )
    out |= {
        "multipleWeighted": float(agreed / medicare) if medicare else None,
        "multipleMedian": median(multiples) if multiples else None,
        "multipleLow": min(multiples, default=None),
        "multipleHigh": max(multiples, default=None),
        "multipleLines": len(compared),
        "multipleCoverage": float(agreed / whole) if whole else None,
        "revenueAgreed": float(sum(dollars)) if dollars else None,
    }

    both = [
        (num(line["Units that apply"]) if num(line["Units that apply"]) is not None else num(line["Units authorized"]), num(line["Units requested"]))
        for case in group
        if case["kind"] in GRANTED.values() or case["kind"] == "denied"
        for line in lines_of[case["Case id"]]
        if line["In question"] != "Yes"
    ]
    both = [(got, wanted) for got, wanted in both if got is not None and wanted]
    out["unitYield"] = sum(got for got, _ in both) / sum(wanted for _, wanted in both) if both else None

    asks, moves = [], []
    for case in granted:
        lines = {line["Line id"]: line for line in lines_of[case["Case id"]]}
        talks = defaultdict(list)
        for offer in offers_of[case["Case id"]]:
            known = offer["Compared with"] in lines or offer["Compared with"] == "the case has no service line"
            if known and offer["Side"] in ("Payer", "Provider") and day(offer["Date"]) <= as_of:
                talks[offer["Compared with"]].append(offer)
        for about, talk in talks.items():
            if about in lines:
                mine = line_rate(lines[about])
            else:
                period = periods_of[case["Case id"]][-1]
                model, rate = period["Model that applies"], num(period["Rate that applies"])
                each = rate if model in ("Per unit", "Per day") else None
                mine = {"model": model, "rate": rate, "unit": unit_of(model, None), "each": each}
            talk = sorted(talk, key=lambda offer: (day(offer["Date"]), offer["Round"]))
            for side, into in (("Provider", asks), ("Payer", moves)):
                first = next((offer for offer in talk if offer["Side"] == side), None)
                if mine is None or mine["rate"] is None or first is None or num(first["Rate"]) is None:
                    continue
                unit = unit_of(first["Rate model"], first["Unit that applies"])
                theirs = {"model": first["Rate model"], "rate": first["Rate"], "unit": unit, "each": num(first["Equivalent dollars per unit"])}
                share = ratio_of(mine, theirs)
                if share is not None:
                    into.append(share)
    out["rateYield"] = median(asks) if asks else None
    out["movement"] = median(share - 1 for share in moves) if moves else None

    received, owed, kept, paid_lines, short, outside, served = [], [], 0, 0, [], 0, 0
    for case in granted:
        claims = [claim for claim in claims_of[case["Case id"]] if day(claim["Date of service"]) <= as_of]
        spans = [(day(p["First covered day"]), day(p["Last covered day"])) for p in periods_of[case["Case id"]]]
        days = {day(claim["Date of service"]) for claim in claims}
        served += len(days)
        outside += sum(not any(first <= one <= last for first, last in spans) for one in days)
        for claim in claims:
            paid, expected = money(claim["Paid"]), money(claim["Expected"])
            if paid is None:
                continue
            if expected is None and (claim["Units"] or 0) > 0:
                rates = [line_rate(line) for other, line in live if other is case and line["Code"] == claim["Code"]]
                rates = {None if rate is None or rate["model"] == "Per case" else rate["each"] for rate in rates}
                if len(rates) == 1 and None not in rates:
                    expected = money(float(Fraction(str(rates.pop())) * Fraction(str(claim["Units"]))))
            received.append(paid)
            owed.append(expected if paid > 0 and expected is not None else paid)
            if paid > 0 and expected is not None:
                paid_lines += 1
                kept += paid >= expected
                short.append(max(Fraction(0), expected - paid))
    baseline = Fraction(str(named("RevenueBaseline"))) / 100
    out |= {
        "revenueReceived": float(sum(received)) if received else None,
        "capturedA": float(sum(received)) if received else None,
        "capturedB": float(sum(received) - money(float(baseline * sum(owed)))) if received else None,
        "honourRate": kept / paid_lines if paid_lines else None,
        "underpaid": float(sum(short)) if paid_lines else None,
        "lapseDays": outside if served else None,
    }

    days, ours = Fraction(0), Fraction(0)
    for case in granted:
        used = [line for other, line in live if other is case and line["In question"] != "Yes" and num(line["Units used"]) is not None]
        loose = [line for line in used if not line["Period id"]]
        use = [(line_rate(line), line["Units used"]) for line in used]
        if not loose and not used:
            for period in periods_of[case["Case id"]]:
                under = [line for other, line in live if other is case and line["Period id"] == period["Period id"]]
                model, rate = period["Model that applies"], num(period["Rate that applies"])
                if num(period["Units used"]) is None or rate is None or len({line["Rate that applies"] for line in under}) > 1:
                    continue
                only = line_rate(under[0]) if len(under) == 1 else None
                unit = only["unit"] if only and (only["model"], only["rate"]) == (model, rate) else unit_of(model, None)
                use.append(({"model": model, "unit": unit, "each": rate if model in ("Per unit", "Per day") else None}, period["Units used"]))
        for rate, units in use:
            if rate and rate["unit"] == "day" and rate["each"] is not None and units > 0:
                days += Fraction(str(units))
                ours += money(float(Fraction(str(rate["each"])) * Fraction(str(units))))
    higher = num(named("HigherLevelDayRate"))
    out["avoidedCost"] = float(Fraction(str(higher)) * days - ours) if higher and days else None
    return out


groups = defaultdict(list)
for case in cases:
    groups[case["Payer"] or None].append(case)
ordered = sorted((name for name in groups if name), key=str) + [name for name in groups if not name]
print(
    json.dumps(
        {
            "asOf": as_of.isoformat(),
            "all": measure(cases),
            "payers": [{"payer": name or "Payer not settled", **measure(groups[name])} for name in ordered],
        }
    )
)
