-- claim_sums: payments under granted requests, and whether they are what was agreed, in whole cents. A line answered with
-- nothing is no paid line; one taken back (paid below 0) judges nobody, but is taken off what was received. Where nobody
-- states what was agreed for a paid line, it is taken to be paid as agreed.
WITH by_payer AS (
  SELECT
    c.scope_key,
    SUM(m.paid_cents) AS received,
    SUM(CASE WHEN m.paid_cents > 0 AND m.expected_cents IS NOT NULL THEN m.expected_cents ELSE m.paid_cents END) AS agreed_of_paid,
    COUNT(DISTINCT CASE WHEN m.paid_cents IS NOT NULL THEN m.case_no END) AS paid_cases,
    SUM(CASE WHEN m.paid_cents > 0 AND m.expected_cents IS NOT NULL THEN 1 ELSE 0 END) AS paid_lines,
    SUM(CASE WHEN m.paid_cents > 0 AND m.paid_cents >= m.expected_cents THEN 1 ELSE 0 END) AS honoured,
    SUM(CASE WHEN m.paid_cents > 0 AND m.paid_cents < m.expected_cents THEN m.expected_cents - m.paid_cents ELSE 0 END) AS underpaid,
    SUM(CASE WHEN m.paid_cents > 0 AND m.expected_cents IS NULL THEN 1 ELSE 0 END) AS not_known,
    SUM(CASE WHEN m.paid_cents = 0 THEN 1 ELSE 0 END) AS unpaid_lines,
    SUM(CASE WHEN m.paid_cents = 0 AND m.expected_cents IS NOT NULL THEN m.expected_cents ELSE 0 END) AS unpaid
  FROM claim_facts m
  JOIN case_facts c ON c.case_no = m.case_no
  GROUP BY c.scope_key
)
SELECT
  b.scope_key, b.received, b.agreed_of_paid, b.paid_cases, b.paid_lines, b.honoured, b.underpaid, b.not_known,
  b.unpaid_lines, b.unpaid
FROM by_payer b
UNION ALL
SELECT
  'all', SUM(b.received), SUM(b.agreed_of_paid), SUM(b.paid_cases), SUM(b.paid_lines), SUM(b.honoured), SUM(b.underpaid),
  SUM(b.not_known), SUM(b.unpaid_lines), SUM(b.unpaid)
FROM by_payer b
