-- claim_facts: claim lines of granted requests up to the as-of day, with what was agreed for each: its column Expected,
-- else the one rate per unit that its code has on that day, times its units. Whole cents.
WITH known AS (
  SELECT
    m.row_no, c.case_no, m.service_day, m.code_key, m.units, m.paid, m.expected
  FROM claims m
  JOIN case_facts c ON c.case_key = m.case_key
  WHERE c.is_granted = 1 AND (m.service_day IS NULL OR m.service_day <= {{as_of}})
),
offered AS (
  SELECT
    k.row_no,
    CASE WHEN l.model = 'per case' THEN NULL ELSE l.dollars_per_unit END AS dollars,
    CASE WHEN p.row_no IS NOT NULL AND k.service_day IS NOT NULL
      AND COALESCE(p.first_day, k.service_day) <= k.service_day AND k.service_day <= COALESCE(p.last_day, k.service_day)
      THEN 1 ELSE 0 END AS covers
  FROM known k
  JOIN line_facts l ON l.case_no = k.case_no AND COALESCE(l.code_key, '') = COALESCE(k.code_key, '')
  LEFT JOIN period_facts p ON p.case_no = l.case_no AND p.period_key = l.period_key AND p.is_first = 1
  WHERE k.expected IS NULL AND k.units > 0 AND l.is_granted = 1
),
rates AS (
  SELECT
    o.row_no, SUM(o.covers) AS of_day, COUNT(*) AS of_code,
    COUNT(CASE WHEN o.covers = 1 THEN o.dollars END) AS told_of_day, COUNT(o.dollars) AS told_of_code,
    MIN(CASE WHEN o.covers = 1 THEN o.dollars END) AS least_of_day, MAX(CASE WHEN o.covers = 1 THEN o.dollars END) AS most_of_day,
    MIN(o.dollars) AS least_of_code, MAX(o.dollars) AS most_of_code
  FROM offered o GROUP BY o.row_no
),
priced AS (
  SELECT
    k.row_no, k.case_no, k.service_day, k.units, k.paid, k.expected,
    CASE
      WHEN r.of_day > 0 THEN CASE WHEN r.told_of_day = r.of_day AND r.least_of_day = r.most_of_day THEN r.least_of_day END
      WHEN r.told_of_code = r.of_code AND r.least_of_code = r.most_of_code THEN r.least_of_code
    END AS dollars_per_unit
  FROM known k
  LEFT JOIN rates r ON r.row_no = k.row_no
)
SELECT
  p.row_no, p.case_no, p.service_day,
  (FLOOR(ABS(p.paid) * 100) + CASE WHEN ABS(p.paid) >= (FLOOR(ABS(p.paid) * 100) + 0.5) / 100 THEN 1 ELSE 0 END)
    * CASE WHEN p.paid < 0 THEN -1 ELSE 1 END AS paid_cents,
  CASE
    WHEN p.expected IS NOT NULL THEN
      (FLOOR(ABS(p.expected) * 100) + CASE WHEN ABS(p.expected) >= (FLOOR(ABS(p.expected) * 100) + 0.5) / 100
        THEN 1 ELSE 0 END) * CASE WHEN p.expected < 0 THEN -1 ELSE 1 END
    WHEN ABS(p.dollars_per_unit * p.units) <= 1000000000000
      THEN FLOOR(p.dollars_per_unit * p.units * 100 * 1.000000000000002 + 0.5)
  END AS expected_cents
FROM priced p
