-- line_rows: service lines of counted requests as typed; not those under an authorization that was asked for later.
SELECT
  l.row_no, c.case_no, l.line_key, l.period_key, l.code_key, l.modifiers, l.modifier_key, l.rate_model, l.agreed_rate,
  l.rate_left_open, l.units_requested, l.units_authorized, l.units_used, l.unit_basis, l.asked, l.benchmark_key,
  l.own_benchmark, l.billed_charge, l.is_priced, l.stated_outcome, l.stated_question, l.stated_model, l.stated_rate,
  l.stated_units, l.stated_expected, l.stated_medicare, l.stated_multiple, l.stated_unit, l.stated_medicare_rate
FROM service_lines l
JOIN case_facts c ON c.case_key = l.case_key
LEFT JOIN (
  SELECT DISTINCT p.period_key
  FROM authorization_periods p
  JOIN case_facts k ON k.case_key = p.case_key
  WHERE p.submitted > {{as_of}}
) later ON later.period_key = l.period_key
WHERE later.period_key IS NULL
