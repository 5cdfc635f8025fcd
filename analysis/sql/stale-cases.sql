-- stale_cases: requests whose calculated columns are reckoned anew: a program wrote their rows without results, or the
-- as-of day changes them. All others are taken as the workbook saved them.
SELECT c.case_no FROM case_facts c WHERE c.is_reopened = 1
UNION DISTINCT
SELECT p.case_no FROM period_rows p WHERE p.is_reopened = 1 OR p.is_counted = 0
UNION DISTINCT
SELECT c.case_no FROM authorization_periods p JOIN case_facts c ON c.case_key = p.case_key WHERE p.submitted > {{as_of}}
UNION DISTINCT
SELECT c.case_no FROM service_lines l JOIN case_facts c ON c.case_key = l.case_key WHERE l.is_priced = 0
