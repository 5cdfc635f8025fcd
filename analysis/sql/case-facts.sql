-- case_facts: one row a request that counts on the as-of day. Sent later: not here. Decided later: pending. Of two rows
-- with one id the first counts. case_no is the row's place in Cases, the key of everything below;
-- scope_key is its payer, without regard to capitals. Every file on measures also has a row 'all'.
WITH told AS (
  SELECT
    c.row_no, c.case_key, c.payer, c.submitted, c.rate_model, c.agreed_rate, c.appeal_outcome,
    c.outcome AS outcome_typed,
    c.decided AS decided_typed,
    COALESCE(c.asked, '') AS asked,
    CASE WHEN c.decided > {{as_of}} AND COALESCE(c.outcome, '') <> 'pending' THEN 1 ELSE 0 END AS is_reopened
  FROM cases c
  WHERE c.case_key IS NOT NULL AND (c.submitted IS NULL OR c.submitted <= {{as_of}})
),
first_rows AS (
  SELECT t.case_key, MIN(t.row_no) AS row_no FROM told t GROUP BY t.case_key
),
known AS (
  SELECT
    t.row_no, t.case_key, t.payer, t.submitted, t.rate_model, t.agreed_rate, t.appeal_outcome, t.asked, t.is_reopened,
    CASE WHEN t.is_reopened = 1 THEN 'pending' ELSE t.outcome_typed END AS outcome,
    CASE WHEN t.is_reopened = 1 THEN NULL ELSE t.decided_typed END AS decided,
    CASE WHEN t.asked LIKE '%;outcome;%' THEN 1 ELSE 0 END AS asks_outcome
  FROM told t
  JOIN first_rows f ON f.case_key = t.case_key AND f.row_no = t.row_no
),
answered AS (
  SELECT
    k.row_no, k.case_key, k.payer, k.submitted, k.rate_model, k.agreed_rate, k.appeal_outcome, k.asked, k.is_reopened,
    k.outcome, k.decided, k.asks_outcome,
    CASE WHEN k.asks_outcome = 0 AND k.outcome IN ('approved', 'partially approved', 'approved on appeal')
      THEN 1 ELSE 0 END AS is_granted,
    CASE WHEN k.asks_outcome = 0 AND k.outcome = 'denied' THEN 1 ELSE 0 END AS is_denied,
    CASE WHEN k.payer IS NULL OR k.asked LIKE '%;payer;%' THEN 0 ELSE 1 END AS has_payer
  FROM known k
)
SELECT
  a.row_no AS case_no,
  a.case_key,
  CASE WHEN a.has_payer = 1 THEN 'payer:' || LOWER(a.payer) ELSE 'payer:' END AS scope_key,
  CASE WHEN a.has_payer = 1 THEN a.payer END AS payer,
  a.outcome,
  a.asks_outcome,
  a.is_granted,
  a.is_denied,
  a.is_reopened,
  a.appeal_outcome,
  a.rate_model,
  a.agreed_rate,
  a.asked,
  CASE WHEN a.asked LIKE '%outcome%' OR a.asked LIKE '%agreed rate%' OR a.asked LIKE '%rate model%'
    OR a.asked LIKE '%units authorized%' OR a.asked LIKE '%code%' THEN 1 ELSE 0 END AS names_dollars,
  CASE WHEN a.asked LIKE '%;agreed rate;%' THEN 1 ELSE 0 END AS asks_rate,
  CASE WHEN a.asked LIKE '%;rate model;%' THEN 1 ELSE 0 END AS asks_model,
  CASE WHEN a.asks_outcome = 1 OR a.asked LIKE '%;units authorized;%' OR a.asked LIKE '%;codes;%'
    OR a.asked LIKE '%;code;%' THEN 1 ELSE 0 END AS asks_other,
  -- Business days after the day of sending, to the decision or, while it is pending, to the as-of day. Blank where a day
  -- that is needed is missing, asked about, or before the request.
  CASE
    WHEN a.submitted IS NULL OR a.asked LIKE '%;submitted;%' OR COALESCE(a.outcome, '') = 'withdrawn' THEN NULL
    WHEN a.is_granted = 0 AND a.is_denied = 0 THEN today.business_no - sent.business_no
    WHEN a.decided IS NULL OR a.asked LIKE '%;decided;%' OR a.decided < a.submitted THEN NULL
    ELSE answered_on.business_no - sent.business_no
  END AS wait_days,
  a.is_granted + a.is_denied AS is_decided
FROM answered a
CROSS JOIN (SELECT b.business_no FROM business_calendar b WHERE b.on_day = {{as_of}}) today
LEFT JOIN business_calendar sent ON sent.on_day = a.submitted
LEFT JOIN business_calendar answered_on ON answered_on.on_day = a.decided
