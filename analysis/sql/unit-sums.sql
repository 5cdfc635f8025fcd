-- unit_sums: units authorized and requested of decided lines that state both, in thousandths, which add up without a trace.
WITH by_payer AS (
  SELECT
    c.scope_key, SUM(FLOOR(l.units_authorized * 1000 + 0.5)) AS authorized,
    SUM(FLOOR(l.units_requested * 1000 + 0.5)) AS requested, COUNT(*) AS lines_told
  FROM line_facts l
  JOIN case_facts c ON c.case_no = l.case_no
  WHERE l.is_decided = 1 AND l.units_requested > 0 AND l.units_authorized >= 0
  GROUP BY c.scope_key
)
SELECT b.scope_key, b.authorized, b.requested, b.lines_told FROM by_payer b
UNION ALL
SELECT 'all', SUM(b.authorized), SUM(b.requested), SUM(b.lines_told) FROM by_payer b
