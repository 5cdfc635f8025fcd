-- measure_fields: the measures of all requests (scope_key 'all') and of each payer ('payer:' and its name in small letters;
-- nothing behind it for requests whose payer is not settled), as other programs read them: counts, shares of 1, business
-- days, multiples, and dollars. NULL where there is nothing to say. Product code takes the sums apart and lets the
-- measures' own functions divide them; this file is for whoever runs the queries elsewhere.
WITH sums AS (
  SELECT
    a.scope_key, a.payer, a.requests, a.approved, a.partially_approved, a.approved_on_appeal, a.denied, a.withdrawn,
    a.pending + a.not_stated + a.asked AS open_requests,
    a.approved + a.partially_approved + a.approved_on_appeal AS granted,
    a.approved + a.partially_approved + a.approved_on_appeal + a.denied AS decided,
    t.median AS turnaround_median,
    m.agreed_cents, m.medicare_cents, m.median AS multiple_median, m.low AS multiple_low, m.high AS multiple_high,
    COALESCE(m.lines_compared, 0) AS multiple_lines,
    g.cents AS agreement_cents, g.all_cents, g.in_full + g.in_part AS agreements_told,
    u.authorized, u.requested,
    n.rate_yield, n.movement,
    p.received, p.agreed_of_paid, p.paid_lines, p.honoured, p.underpaid,
    l.service_days, l.outside_days,
    d.expected, d.day_parts, d.day_cents,
    b.has_payments
  FROM approval_counts a
  LEFT JOIN turnaround t ON t.scope_key = a.scope_key
  LEFT JOIN multiples m ON m.scope_key = a.scope_key
  LEFT JOIN agreed_sums g ON g.scope_key = a.scope_key
  LEFT JOIN unit_sums u ON u.scope_key = a.scope_key
  LEFT JOIN negotiation_medians n ON n.scope_key = a.scope_key
  LEFT JOIN claim_sums p ON p.scope_key = a.scope_key
  LEFT JOIN lapse_sums l ON l.scope_key = a.scope_key
  LEFT JOIN delivery_sums d ON d.scope_key = a.scope_key
  -- One basis for the whole ledger, so that payers add up: money received where claims are kept, else money expected.
  CROSS JOIN (SELECT COUNT(s.received) AS has_payments FROM claim_sums s WHERE s.scope_key = 'all') b
),
shares AS (
  SELECT
    s.scope_key,
    CASE WHEN s.decided > 0 THEN s.granted * 1e0 / s.decided END AS approval_rate,
    CASE WHEN s.has_payments > 0 THEN s.received ELSE s.expected END AS captured,
    CASE WHEN s.has_payments > 0 THEN s.agreed_of_paid ELSE s.expected END * {{baseline_percent}} / 100 AS baseline,
    s.day_parts / 1000 * {{higher_day_rate}} * 100 AS higher_cents
  FROM sums s
),
-- The 95 % Wilson score interval; both ends are exact where none or all were granted.
intervals AS (
  SELECT
    h.scope_key,
    (h.approval_rate + 1.959963985 * 1.959963985 / (2 * s.decided)) / (1 + 1.959963985 * 1.959963985 / s.decided) AS middle,
    1.959963985 * SQRT(h.approval_rate * (1 - h.approval_rate) / s.decided
      + 1.959963985 * 1.959963985 / (4.0 * s.decided * s.decided)) / (1 + 1.959963985 * 1.959963985 / s.decided) AS reach
  FROM shares h
  JOIN sums s ON s.scope_key = h.scope_key
  WHERE s.decided > 0
)
SELECT
  s.scope_key,
  s.payer,
  s.requests,
  s.decided,
  s.approved,
  s.partially_approved AS partial,
  s.denied,
  s.open_requests AS pending,
  s.withdrawn,
  s.approved_on_appeal AS overturned,
  h.approval_rate,
  CASE WHEN s.granted = 0 AND s.decided > 0 THEN 0 ELSE i.middle - i.reach END AS approval_low,
  CASE WHEN s.granted = s.decided AND s.decided > 0 THEN 1 ELSE i.middle + i.reach END AS approval_high,
  s.turnaround_median,
  CASE WHEN s.medicare_cents > 0 THEN s.agreed_cents / s.medicare_cents END AS multiple_weighted,
  s.multiple_median,
  s.multiple_low,
  s.multiple_high,
  s.multiple_lines,
  CASE WHEN s.all_cents > 0 THEN COALESCE(s.agreed_cents, 0) / s.all_cents END AS multiple_coverage,
  CASE WHEN s.requested > 0 THEN s.authorized / s.requested END AS unit_yield,
  s.rate_yield,
  s.movement,
  CASE WHEN s.agreements_told > 0 THEN s.agreement_cents / 100 END AS revenue_agreed,
  s.received / 100 AS revenue_received,
  h.captured / 100 AS captured_a,
  (h.captured - FLOOR(ABS(h.baseline) * 1.000000000000002 + 0.5) * CASE WHEN h.baseline < 0 THEN -1 ELSE 1 END) / 100 AS captured_b,
  CASE WHEN s.paid_lines > 0 THEN s.honoured * 1e0 / s.paid_lines END AS honour_rate,
  CASE WHEN s.paid_lines > 0 THEN s.underpaid / 100 END AS underpaid,
  CASE WHEN s.service_days > 0 THEN s.outside_days END AS lapse_days,
  CASE WHEN s.day_parts > 0 THEN (FLOOR(h.higher_cents * 1.000000000000002 + 0.5) - s.day_cents) / 100 END AS avoided_cost
FROM sums s
JOIN shares h ON h.scope_key = s.scope_key
LEFT JOIN intervals i ON i.scope_key = s.scope_key
