-- period_facts: authorizations with what applies to them: their own outcome, model and rate, else their only code's, else
-- the request's. is_first is 0 for the second row of one id, which no look-up finds.
WITH only_codes AS (
  SELECT
    l.period_key,
    COUNT(*) AS lines_of_period,
    MIN(l.rate_model) AS rate_model,
    MIN(l.agreed_rate) AS agreed_rate,
    MAX(CASE WHEN l.asked LIKE '%outcome%' OR l.asked LIKE '%agreed rate%' OR l.asked LIKE '%rate model%'
      OR l.asked LIKE '%units authorized%' OR l.asked LIKE '%code%' THEN 1 ELSE 0 END) AS names_dollars
  FROM line_rows l
  JOIN stale_cases s ON s.case_no = l.case_no
  WHERE l.period_key IS NOT NULL
  GROUP BY l.period_key
  HAVING COUNT(*) = 1
),
reckoned AS (
  SELECT
    p.row_no,
    CASE WHEN p.outcome = 'not stated' THEN NULL ELSE COALESCE(p.outcome, c.outcome) END AS outcome_applies,
    CASE
      WHEN p.names_dollars = 1 OR COALESCE(o.names_dollars, 0) = 1 THEN 1
      WHEN c.asked LIKE '%outcome%' OR c.asked LIKE '%units authorized%' OR c.asked LIKE '%code%' THEN 1
      WHEN p.agreed_rate IS NULL AND p.rate_left_open = 0 AND c.asked LIKE '%agreed rate%' THEN 1
      WHEN p.rate_model IS NULL AND c.asked LIKE '%rate model%' THEN 1
      ELSE 0
    END AS in_question,
    COALESCE(p.rate_model, o.rate_model, c.rate_model) AS model_applies,
    CASE WHEN p.rate_left_open = 1 THEN NULL
      ELSE COALESCE(p.agreed_rate, o.agreed_rate, c.agreed_rate) END AS rate_applies
  FROM period_rows p
  JOIN stale_cases s ON s.case_no = p.case_no
  JOIN case_facts c ON c.case_no = p.case_no
  LEFT JOIN only_codes o ON o.period_key = p.period_key
),
applied AS (
  SELECT
    p.row_no, p.period_key, p.case_no, p.period_no, p.first_day, p.last_day, p.units_authorized, p.units_used,
    p.rate_model, p.agreed_rate, p.rate_left_open, p.outcome, p.names_dollars, p.asks_dollars,
    CASE WHEN r.row_no IS NULL THEN p.stated_outcome ELSE r.outcome_applies END AS outcome_applies,
    CASE WHEN r.row_no IS NULL THEN CASE WHEN p.stated_question IS NULL THEN 0 ELSE 1 END
      ELSE r.in_question END AS in_question,
    CASE WHEN r.row_no IS NULL THEN p.stated_model ELSE r.model_applies END AS model_applies,
    CASE WHEN r.row_no IS NULL THEN p.stated_rate ELSE r.rate_applies END AS rate_applies,
    ROW_NUMBER() OVER (PARTITION BY p.period_key ORDER BY p.row_no) AS place
  FROM period_rows p
  LEFT JOIN reckoned r ON r.row_no = p.row_no
)
SELECT
  a.row_no, a.period_key, a.case_no, a.period_no, a.first_day, a.last_day, a.units_authorized, a.units_used,
  a.rate_model, a.agreed_rate, a.rate_left_open, a.outcome, a.names_dollars, a.asks_dollars,
  a.outcome_applies, a.in_question, a.rate_applies,
  CASE WHEN a.model_applies = 'not stated' THEN NULL ELSE a.model_applies END AS model_applies,
  CASE WHEN a.outcome_applies IN ('approved', 'partially approved', 'approved on appeal') THEN 1 ELSE 0 END AS is_granted,
  CASE WHEN a.outcome_applies IN ('pending', 'denied', 'withdrawn') THEN 0 ELSE 1 END AS is_in_force,
  CASE WHEN a.place = 1 THEN 1 ELSE 0 END AS is_first
FROM applied a
