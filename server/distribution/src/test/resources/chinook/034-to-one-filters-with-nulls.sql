SELECT json_build_object(
    'bossIsBoss', (SELECT json_agg(json_build_object('employeeId', e.employee_id) ORDER BY e.employee_id) FROM employee e JOIN employee b ON b.employee_id = e.reports_to WHERE b.reports_to IS NULL),
    'notUnderNancy', (SELECT json_agg(json_build_object('employeeId', e.employee_id, 'firstName', e.first_name) ORDER BY e.employee_id) FROM employee e LEFT JOIN employee b ON b.employee_id = e.reports_to WHERE b.first_name IS DISTINCT FROM 'Nancy'),
    'anyBoss', (SELECT json_agg(json_build_object('employeeId', employee_id) ORDER BY employee_id) FROM employee WHERE reports_to IS NOT NULL));
