-- agreed_sums: dollars agreed under granted requests in whole cents, how many requests they stand on, and all dollars that
-- coverage is a share of: those on granted lines or, where more was agreed without a code, those of the request.
WITH on_lines AS (
  SELECT l.case_no, SUM(l.agreed_cents) AS cents
  FROM line_facts l WHERE l.is_granted = 1 AND l.agreed_cents IS NOT NULL GROUP BY l.case_no
),
of_cases AS (
  SELECT
    c.scope_key, a.case_no, a.cents, a.parts, a.percent_rate, a.no_rate, a.no_model, a.no_units, a.asked,
    a.percent_rate + a.no_rate + a.no_model + a.no_units + a.asked AS untold,
    CASE WHEN COALESCE(o.cents, 0) > COALESCE(a.cents, 0) THEN o.cents ELSE COALESCE(a.cents, 0) END AS all_cents
  FROM case_facts c
  LEFT JOIN agreed_amounts a ON a.case_no = c.case_no
  LEFT JOIN on_lines o ON o.case_no = c.case_no
),
by_payer AS (
  SELECT
    o.scope_key,
    COALESCE(SUM(o.cents), 0) AS cents,
    SUM(CASE WHEN o.parts > 0 AND o.untold = 0 THEN 1 ELSE 0 END) AS in_full,
    SUM(CASE WHEN o.parts > 0 AND o.untold > 0 THEN 1 ELSE 0 END) AS in_part,
    SUM(CASE WHEN o.parts = 0 THEN 1 ELSE 0 END) AS not_at_all,
    COALESCE(SUM(o.percent_rate), 0) AS percent_rate,
    COALESCE(SUM(o.no_rate), 0) AS no_rate,
    COALESCE(SUM(o.no_model), 0) AS no_model,
    COALESCE(SUM(o.no_units), 0) AS no_units,
    COALESCE(SUM(o.asked), 0) AS asked,
    SUM(o.all_cents) AS all_cents
  FROM of_cases o GROUP BY o.scope_key
)
SELECT
  b.scope_key, b.cents, b.in_full, b.in_part, b.not_at_all, b.percent_rate, b.no_rate, b.no_model, b.no_units, b.asked,
  b.all_cents
FROM by_payer b
UNION ALL
SELECT
  'all', SUM(b.cents), SUM(b.in_full), SUM(b.in_part), SUM(b.not_at_all), SUM(b.percent_rate), SUM(b.no_rate),
  SUM(b.no_model), SUM(b.no_units), SUM(b.asked), SUM(b.all_cents)
FROM by_payer b
