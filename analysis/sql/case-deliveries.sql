-- case_deliveries: what the services delivered under a granted request should bring, in whole cents, and the days among
-- them at a rate per day, in thousandths. A rate per case counts once, as soon as a unit is used. Cents are rounded once,
-- halves up; the factor takes back what binary fractions lose.
WITH priced AS (
  SELECT
    d.case_no, d.other_unit, d.units, d.dollars_per_unit,
    CASE WHEN ABS(d.dollars_per_unit * d.units) <= 1000000000000
      THEN FLOOR(d.dollars_per_unit * d.units * 100 * 1.000000000000002 + 0.5) END AS cents
  FROM deliveries d
  WHERE d.model <> 'per case'
  UNION ALL
  SELECT d.case_no, d.other_unit, NULL, NULL,
    FLOOR(d.rate * 100) + CASE WHEN d.rate >= (FLOOR(d.rate * 100) + 0.5) / 100 THEN 1 ELSE 0 END
  FROM (SELECT DISTINCT x.case_no, x.rate, 'case' AS other_unit FROM deliveries x WHERE x.model = 'per case' AND x.units > 0) d
)
SELECT
  p.case_no,
  SUM(p.cents) AS expected_cents,
  SUM(CASE WHEN p.other_unit = 'day' AND p.units > 0 AND p.cents IS NOT NULL THEN FLOOR(p.units * 1000 + 0.5) END) AS day_parts,
  SUM(CASE WHEN p.other_unit = 'day' AND p.units > 0 THEN p.cents END) AS day_cents
FROM priced p
GROUP BY p.case_no
