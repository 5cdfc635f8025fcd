-- lapse_facts: service days of granted requests that have an authorization with days: each day of a request once, and
-- whether any authorization covers it, first and last day included.
WITH days AS (
  SELECT DISTINCT m.case_no, m.service_day FROM claim_facts m WHERE m.service_day IS NOT NULL
),
spans AS (
  SELECT p.case_no, p.first_day, p.last_day
  FROM period_facts p
  WHERE p.is_granted = 1 AND (p.first_day IS NOT NULL OR p.last_day IS NOT NULL)
)
SELECT
  d.case_no, d.service_day,
  MAX(CASE WHEN COALESCE(s.first_day, d.service_day) <= d.service_day AND d.service_day <= COALESCE(s.last_day, d.service_day)
    THEN 1 ELSE 0 END) AS is_covered
FROM days d
JOIN spans s ON s.case_no = d.case_no
GROUP BY d.case_no, d.service_day
