-- period_rates: the rate of an authorization as a whole: its own; the same as its only code's where the two agree, which
-- then tells the unit and what a percent comes to.
WITH only_codes AS (
  SELECT l.case_no, l.period_key, MIN(l.row_no) AS row_no
  FROM line_facts l WHERE l.period_key IS NOT NULL
  GROUP BY l.case_no, l.period_key HAVING COUNT(*) = 1
)
SELECT
  p.row_no, p.case_no, p.period_key, p.is_granted, p.units_used, p.rate_applies AS rate, p.model_applies AS model,
  CASE WHEN l.row_no IS NOT NULL THEN l.other_unit WHEN p.model_applies = 'per day' THEN 'day' END AS other_unit,
  CASE WHEN l.row_no IS NOT NULL THEN l.dollars_per_unit
    WHEN p.model_applies IN ('per unit', 'per day') THEN p.rate_applies END AS dollars_per_unit
FROM period_facts p
LEFT JOIN only_codes o ON o.case_no = p.case_no AND o.period_key = p.period_key
LEFT JOIN line_facts l ON l.row_no = o.row_no AND l.model = p.model_applies AND l.rate = p.rate_applies
WHERE p.in_question = 0 AND p.rate_applies IS NOT NULL
  AND p.model_applies IN ('percent of medicare', 'percent of billed', 'per day', 'per case', 'per unit')
