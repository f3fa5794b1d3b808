SELECT json_build_object('customer', json_build_object(
    'firstName', c.first_name, 'city', c.city, 'country', c.country, 'lastName', c.last_name,
    'supportRep', json_build_object('title', e.title, 'reportsToEmployee', json_build_object('title', b.title, 'employees',
        (SELECT json_agg(json_build_object('employeeId', x.employee_id) ORDER BY x.employee_id) FROM employee x WHERE x.reports_to = b.employee_id)))))
FROM customer c JOIN employee e ON e.employee_id = c.support_rep_id JOIN employee b ON b.employee_id = e.reports_to
WHERE c.customer_id = 12;
