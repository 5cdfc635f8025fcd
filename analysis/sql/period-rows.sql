-- period_rows: authorizations of counted requests as typed, taken back to the as-of day. An authorization asked for later
-- is not here; one decided later is pending, and so is one whose request is pending again without a day of its own.
WITH rows_of_cases AS (
  SELECT
    p.row_no, p.period_key, p.period_no, p.submitted, p.first_day, p.last_day, p.units_authorized, p.units_used,
    p.rate_model, p.agreed_rate, p.rate_left_open, p.is_counted, p.stated_outcome, p.stated_question, p.stated_model,
    p.stated_rate,
    p.outcome AS outcome_typed,
    COALESCE(p.asked, '') AS asked,
    c.case_no,
    CASE
      WHEN p.decided > {{as_of}} AND COALESCE(p.outcome, '') <> 'pending' THEN 1
      WHEN c.is_reopened = 1 AND p.decided IS NULL AND p.outcome IS NOT NULL THEN 1
      ELSE 0
    END AS is_reopened
  FROM authorization_periods p
  JOIN case_facts c ON c.case_key = p.case_key
)
SELECT
  r.row_no, r.period_key, r.case_no, r.period_no, r.first_day, r.last_day, r.units_authorized, r.units_used,
  r.rate_model, r.agreed_rate, r.rate_left_open, r.is_counted, r.stated_outcome, r.stated_question, r.stated_model,
  r.stated_rate, r.is_reopened, r.asked,
  CASE WHEN r.is_reopened = 1 THEN 'pending' ELSE r.outcome_typed END AS outcome,
  CASE WHEN r.asked LIKE '%outcome%' OR r.asked LIKE '%agreed rate%' OR r.asked LIKE '%rate model%'
    OR r.asked LIKE '%units authorized%' OR r.asked LIKE '%code%' THEN 1 ELSE 0 END AS names_dollars,
  CASE WHEN r.asked LIKE '%;outcome;%' OR r.asked LIKE '%;agreed rate;%' OR r.asked LIKE '%;rate model;%'
    OR r.asked LIKE '%;units authorized;%' OR r.asked LIKE '%;codes;%' OR r.asked LIKE '%;code;%'
    THEN 1 ELSE 0 END AS asks_dollars
FROM rows_of_cases r
WHERE r.submitted IS NULL OR r.submitted <= {{as_of}}
