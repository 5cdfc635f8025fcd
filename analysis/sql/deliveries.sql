-- deliveries: units delivered under granted requests with their rate, each unit once. Where use is counted by code for
-- the whole request the codes tell; otherwise, authorization by authorization, its codes or else itself.
WITH lines AS (
  SELECT l.row_no, l.case_no, l.period_key, l.model, l.rate, l.other_unit, l.dollars_per_unit, l.units_used
  FROM line_facts l
  JOIN case_facts c ON c.case_no = l.case_no
  WHERE c.is_granted = 1 AND l.is_granted = 1
),
by_code AS (
  SELECT DISTINCT l.case_no FROM lines l WHERE l.period_key IS NULL AND l.units_used IS NOT NULL
),
of_period AS (
  SELECT
    l.case_no, l.period_key, COUNT(l.units_used) AS lines_used, COUNT(*) AS all_lines,
    CASE WHEN COUNT(l.rate) = 0 OR (COUNT(l.rate) = COUNT(*) AND MIN(l.rate) = MAX(l.rate)) THEN 1 ELSE 0 END AS one_rate
  FROM lines l WHERE l.period_key IS NOT NULL GROUP BY l.case_no, l.period_key
),
periods AS (
  SELECT
    p.row_no, p.case_no, p.period_key, p.units_used,
    COALESCE(o.lines_used, 0) AS lines_used,
    -- Codes with rates of their own share the authorization's use in a way that nobody states.
    CASE WHEN COALESCE(o.all_lines, 0) > 1 AND o.one_rate = 0 THEN 0 ELSE 1 END AS can_tell
  FROM period_facts p
  JOIN case_facts c ON c.case_no = p.case_no
  LEFT JOIN by_code b ON b.case_no = p.case_no
  LEFT JOIN of_period o ON o.case_no = p.case_no AND o.period_key = p.period_key
  WHERE c.is_granted = 1 AND p.is_granted = 1 AND b.case_no IS NULL
)
SELECT l.case_no, l.model, l.rate, l.other_unit, l.dollars_per_unit, l.units_used AS units
FROM lines l JOIN by_code b ON b.case_no = l.case_no
WHERE l.units_used IS NOT NULL
UNION ALL
SELECT l.case_no, l.model, l.rate, l.other_unit, l.dollars_per_unit, l.units_used
FROM lines l JOIN periods p ON p.case_no = l.case_no AND p.period_key = l.period_key
WHERE l.units_used IS NOT NULL
UNION ALL
SELECT p.case_no, r.model, r.rate, r.other_unit, r.dollars_per_unit, p.units_used
FROM periods p LEFT JOIN period_rates r ON r.row_no = p.row_no
WHERE p.lines_used = 0 AND p.can_tell = 1 AND p.units_used IS NOT NULL
