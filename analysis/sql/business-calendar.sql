-- business_calendar: one row a day of the calendar, with the business days up to and including it, counted from the first.
-- Days between two days are the difference of two rows: every engine can subtract whole numbers, and no two agree on how
-- days are subtracted. Weekday: 0 for Sunday to 6 for Saturday.
SELECT
  c.on_day,
  SUM(CASE WHEN c.weekday BETWEEN 1 AND 5 AND h.on_day IS NULL THEN 1 ELSE 0 END)
    OVER (ORDER BY c.on_day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS business_no
FROM calendar c
LEFT JOIN (SELECT DISTINCT on_day FROM holidays) h ON h.on_day = c.on_day
