SELECT json_build_object('employees', json_agg(json_build_object('lastName', a.last_name, 'employees',
    (SELECT coalesce(json_agg(json_build_object('lastName', b.last_name, 'employees',
        (SELECT coalesce(json_agg(json_build_object('lastName', c.last_name, 'birthDate', to_char(c.birth_date, 'YYYY-MM-DD"T"HH24:MI:SS'), 'employees', '[]'::json) ORDER BY c.birth_date, c.employee_id), '[]') FROM employee c WHERE c.reports_to = b.employee_id)
    ) ORDER BY b.last_name COLLATE "C" DESC, b.employee_id), '[]') FROM employee b WHERE b.reports_to = a.employee_id)
) ORDER BY a.employee_id))
FROM employee a
WHERE a.reports_to IS NULL;
