-- negotiations: one row a code of a request, or a request without codes, that ended with an agreed rate: what was agreed
-- over our first ask, and over the payer's first offer. Rates of one kind are compared as they stand, rates of different
-- kinds by what they come to for one unit, a rate per case only with another.
WITH moves AS (
  SELECT
    o.row_no, o.case_no, o.of_case, COALESCE(o.line_no, 0) AS line_no, o.side, o.model, o.rate, o.other_unit, o.dollars,
    o.offered_on, o.round_no,
    MIN(CASE WHEN o.offered_on IS NULL THEN 0 ELSE 1 END) OVER (PARTITION BY o.case_no, o.of_case, o.line_no) AS has_days,
    MIN(CASE WHEN o.round_no IS NULL THEN 0 ELSE 1 END) OVER (PARTITION BY o.case_no, o.of_case, o.line_no) AS has_rounds
  FROM offer_facts o WHERE o.left_out IS NULL
),
-- By day where every move has one, else by round, else as they stand.
placed AS (
  SELECT
    m.case_no, m.of_case, m.line_no, m.side, m.model, m.rate, m.other_unit, m.dollars,
    ROW_NUMBER() OVER (
      PARTITION BY m.case_no, m.of_case, m.line_no, m.side
      ORDER BY CASE WHEN m.has_days = 1 THEN m.offered_on END, CASE WHEN m.has_rounds = 1 THEN m.round_no END, m.row_no
    ) AS place
  FROM moves m
),
last_rates AS (
  SELECT r.case_no, MAX(r.row_no) AS row_no FROM period_rates r WHERE r.is_granted = 1 GROUP BY r.case_no
),
-- The rate of a request without codes: its latest granted authorization's, else its own.
rates_of_cases AS (
  SELECT
    c.case_no,
    CASE WHEN r.row_no IS NOT NULL THEN r.model ELSE c.rate_model END AS model,
    CASE WHEN r.row_no IS NOT NULL THEN r.rate ELSE c.agreed_rate END AS rate,
    CASE WHEN r.row_no IS NOT NULL THEN r.other_unit WHEN c.rate_model = 'per day' THEN 'day' END AS other_unit,
    CASE WHEN r.row_no IS NOT NULL THEN r.dollars_per_unit
      WHEN c.rate_model IN ('per unit', 'per day') THEN c.agreed_rate END AS dollars
  FROM case_facts c
  LEFT JOIN last_rates x ON x.case_no = c.case_no
  LEFT JOIN period_rates r ON r.row_no = x.row_no
  WHERE c.is_granted = 1 AND c.names_dollars = 0
),
agreed AS (
  SELECT p.case_no, p.of_case, p.line_no, p.side, p.model, p.rate, p.other_unit, p.dollars,
    l.model AS agreed_model, l.rate AS agreed_rate, l.other_unit AS agreed_unit, l.dollars_per_unit AS agreed_dollars
  FROM placed p
  JOIN line_facts l ON l.row_no = p.line_no
  WHERE p.place = 1 AND p.of_case = 0 AND l.is_granted = 1 AND l.rate IS NOT NULL
  UNION ALL
  SELECT p.case_no, p.of_case, p.line_no, p.side, p.model, p.rate, p.other_unit, p.dollars,
    r.model, r.rate, r.other_unit, r.dollars
  FROM placed p
  JOIN rates_of_cases r ON r.case_no = p.case_no
  WHERE p.place = 1 AND p.of_case = 1 AND r.rate IS NOT NULL
    AND r.model IN ('percent of medicare', 'percent of billed', 'per day', 'per case', 'per unit')
),
shares AS (
  SELECT
    a.case_no, a.of_case, a.line_no, a.side,
    CASE
      WHEN a.model IS NULL OR a.agreed_rate <= 0 THEN NULL
      WHEN a.model IN ('per unit', 'per day') AND a.agreed_model IN ('per unit', 'per day') THEN
        CASE WHEN COALESCE(a.other_unit, '') = COALESCE(a.agreed_unit, '') THEN a.agreed_rate / a.rate END
      WHEN a.model = a.agreed_model THEN a.agreed_rate / a.rate
      WHEN a.model = 'per case' OR a.agreed_model = 'per case'
        OR COALESCE(a.other_unit, '') <> COALESCE(a.agreed_unit, '') THEN NULL
      WHEN a.dollars > 0 THEN a.agreed_dollars / a.dollars
    END AS share
  FROM agreed a
)
SELECT
  s.case_no,
  MAX(CASE WHEN s.side = 'provider' THEN s.share END) AS of_ask,
  MAX(CASE WHEN s.side = 'payer' THEN s.share END) - 1 AS over_offer
FROM shares s
GROUP BY s.case_no, s.of_case, s.line_no
