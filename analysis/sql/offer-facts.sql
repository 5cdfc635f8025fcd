-- offer_facts: moves in negotiations up to the as-of day, each with the line that it is about and what its rate comes to
-- for one unit. As the workbook saved them, or reckoned anew where it did not or the request is among stale_cases.
WITH known AS (
  SELECT
    o.row_no, c.case_no, o.round_no, o.offered_on, o.side, o.code_key, o.rate_model, o.rate, o.unit_basis, o.units,
    o.stated_line, o.stated_of_case, o.stated_unit, o.stated_dollars,
    CASE WHEN s.case_no IS NOT NULL OR o.is_compared = 0 THEN 1 ELSE 0 END AS is_open
  FROM offers o
  JOIN case_facts c ON c.case_key = o.case_key
  LEFT JOIN stale_cases s ON s.case_no = c.case_no
),
code_lines AS (
  SELECT
    l.row_no, l.case_no, r.line_key, l.code_key, r.unit_basis, l.units_apply, l.benchmark, r.billed_charge,
    COALESCE(l.code_key, '') || '-' || REPLACE(COALESCE(r.modifiers, ''), ', ', '-') AS code_and_modifiers
  FROM line_facts l
  JOIN service_lines r ON r.row_no = l.row_no
  WHERE l.case_no IN (SELECT k.case_no FROM known k WHERE k.is_open = 1)
),
codes_of_case AS (
  SELECT
    l.case_no, MIN(l.code_and_modifiers) AS first_code, MAX(l.code_and_modifiers) AS last_code
  FROM code_lines l GROUP BY l.case_no
),
-- The latest line of the code that the offer names; without a code, of the request's only one.
matched AS (
  SELECT
    k.row_no, MAX(l.row_no) AS line_no,
    CASE WHEN MIN(l.code_and_modifiers) = MAX(l.code_and_modifiers) THEN 1 ELSE 0 END AS is_one_code
  FROM known k
  JOIN code_lines l ON l.case_no = k.case_no
  WHERE k.is_open = 1 AND (k.code_key IS NULL OR l.code_key = k.code_key OR l.code_and_modifiers = k.code_key)
  GROUP BY k.row_no
),
reckoned AS (
  SELECT
    k.row_no, k.rate_model, k.rate, k.units, b.line_key, b.units_apply, b.benchmark, b.billed_charge,
    CASE WHEN m.row_no IS NULL AND n.case_no IS NULL THEN 1 ELSE 0 END AS of_case,
    CASE WHEN m.is_one_code = 0 THEN 'several codes: name one'
      WHEN m.row_no IS NULL THEN 'the case has no such code' END AS why_not,
    CASE WHEN k.unit_basis IS NOT NULL THEN k.unit_basis WHEN k.rate_model = 'per unit' THEN b.unit_basis END AS unit_basis,
    -- All lines are of the offer's code where the first and the last code of the request are it.
    CASE WHEN n.case_no IS NULL OR (n.first_code = COALESCE(b.code_and_modifiers, '-')
      AND n.last_code = COALESCE(b.code_and_modifiers, '-')) THEN 1 ELSE 0 END AS is_one_code
  FROM known k
  LEFT JOIN matched m ON m.row_no = k.row_no
  LEFT JOIN code_lines b ON b.row_no = m.line_no AND m.is_one_code = 1
  LEFT JOIN codes_of_case n ON n.case_no = k.case_no
  WHERE k.is_open = 1
),
worth AS (
  SELECT
    r.row_no, r.line_key, r.of_case, r.why_not, r.unit_basis,
    CASE
      WHEN r.rate IS NULL OR r.rate <= 0 OR (r.rate_model IN ('percent of medicare', 'percent of billed') AND r.rate < 10)
        THEN NULL
      WHEN r.rate_model IN ('per unit', 'per day') THEN r.rate
      WHEN r.rate_model = 'per case' AND r.is_one_code = 1 THEN
        CASE WHEN r.units > 0 THEN FLOOR(r.rate / r.units * 100 * 1.000000000000002 + 0.5) / 100
          WHEN r.units_apply > 0 THEN FLOOR(r.rate / r.units_apply * 100 * 1.000000000000002 + 0.5) / 100 END
      WHEN r.rate_model = 'percent of medicare' THEN
        FLOOR(r.rate * (FLOOR(r.benchmark * 100) + CASE WHEN r.benchmark >= (FLOOR(r.benchmark * 100) + 0.5) / 100
          THEN 1 ELSE 0 END) / 100 * 1.000000000000002 + 0.5) / 100
      WHEN r.rate_model = 'percent of billed' AND r.billed_charge > 0 THEN
        FLOOR(r.rate * (FLOOR(r.billed_charge * 100) + CASE WHEN r.billed_charge >= (FLOOR(r.billed_charge * 100) + 0.5) / 100
          THEN 1 ELSE 0 END) / 100 * 1.000000000000002 + 0.5) / 100
    END AS dollars
  FROM reckoned r
),
told AS (
  SELECT
    k.row_no, k.case_no, k.round_no, k.offered_on, k.side, k.rate_model, k.rate, w.why_not,
    CASE WHEN w.row_no IS NULL THEN k.stated_line ELSE w.line_key END AS line_key,
    CASE WHEN w.row_no IS NULL THEN k.stated_of_case ELSE w.of_case END AS of_case,
    CASE WHEN w.row_no IS NULL THEN k.stated_unit ELSE w.unit_basis END AS unit_basis,
    CASE WHEN w.row_no IS NULL THEN k.stated_dollars ELSE w.dollars END AS dollars
  FROM known k
  LEFT JOIN worth w ON w.row_no = k.row_no
),
-- The first line of an id, where two have one.
first_lines AS (
  SELECT l.case_no, r.line_key, MIN(l.row_no) AS row_no
  FROM line_facts l
  JOIN service_lines r ON r.row_no = l.row_no
  WHERE l.case_no IN (SELECT k.case_no FROM known k) AND r.line_key IS NOT NULL
  GROUP BY l.case_no, r.line_key
)
SELECT
  t.row_no, t.case_no, t.round_no, t.offered_on, t.side, t.of_case, t.dollars, t.rate, t.why_not,
  CASE WHEN t.of_case = 1 THEN NULL ELSE l.row_no END AS line_no,
  CASE WHEN t.rate_model IN ('per unit', 'per day', 'per case') AND t.rate > 0 THEN t.rate_model
    WHEN t.rate_model IN ('percent of medicare', 'percent of billed') AND t.rate >= 10 THEN t.rate_model END AS model,
  CASE
    WHEN t.unit_basis IN ('day', 'hour', '15 minutes') THEN t.unit_basis
    WHEN t.rate_model = 'per day' AND COALESCE(t.unit_basis, '') NOT IN ('visit', 'session', 'unit') THEN 'day'
  END AS other_unit,
  -- Whether a measure can take it, and why not.
  CASE
    WHEN t.offered_on > {{as_of}} THEN 'offered-later'
    WHEN COALESCE(t.side, '') NOT IN ('payer', 'provider') THEN 'offer-without-side'
    WHEN t.of_case = 0 AND l.row_no IS NULL THEN 'offer-not-placed'
  END AS left_out
FROM told t
LEFT JOIN first_lines l ON l.case_no = t.case_no AND l.line_key = t.line_key
