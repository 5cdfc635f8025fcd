-- lapse_sums: service days, and those outside every authorization.
WITH by_payer AS (
  SELECT c.scope_key, COUNT(*) AS service_days, SUM(1 - f.is_covered) AS outside_days
  FROM lapse_facts f
  JOIN case_facts c ON c.case_no = f.case_no
  GROUP BY c.scope_key
)
SELECT b.scope_key, b.service_days, b.outside_days FROM by_payer b
UNION ALL
SELECT 'all', SUM(b.service_days), SUM(b.outside_days) FROM by_payer b
