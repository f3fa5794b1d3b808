SELECT json_build_object('employees', json_agg(json_build_object('employeeId', e.employee_id, 'reportsTo', e.reports_to, 'reportsToEmployee',
    (SELECT json_build_object('lastName', b.last_name, 'reportsToEmployee',
        (SELECT json_build_object('lastName', c.last_name, 'reportsToEmployee', (SELECT json_build_object('lastName', d.last_name) FROM employee d WHERE d.employee_id = c.reports_to))
         FROM employee c WHERE c.employee_id = b.reports_to))
     FROM employee b WHERE b.employee_id = e.reports_to)) ORDER BY e.employee_id))
FROM employee e;
