SELECT json_build_object(
    'bosses', (SELECT json_agg(json_build_object('employeeId', employee_id, 'title', title) ORDER BY employee_id) FROM employee WHERE employee_id IN (SELECT reports_to FROM employee WHERE left(title, 2) = 'IT')),
    'leaves', (SELECT json_agg(json_build_object('employeeId', b.employee_id) ORDER BY b.employee_id) FROM employee b LEFT JOIN employee e ON e.reports_to = b.employee_id WHERE e.employee_id IS NULL),
    'grandBosses', (SELECT json_agg(json_build_object('lastName', last_name) ORDER BY employee_id) FROM employee WHERE employee_id IN (SELECT m.reports_to FROM employee m JOIN employee e ON e.reports_to = m.employee_id)));
