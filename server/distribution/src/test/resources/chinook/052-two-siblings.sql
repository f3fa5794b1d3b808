SELECT json_build_object('employees', json_agg(json_build_object(
    'employeeId', b.employee_id,
    'customers', (SELECT coalesce(json_agg(json_build_object('customerId', c.customer_id) ORDER BY c.customer_id), '[]') FROM customer c WHERE c.support_rep_id = b.employee_id),
    'employees', (SELECT coalesce(json_agg(json_build_object('employeeId', e.employee_id, 'title', e.title) ORDER BY e.employee_id), '[]') FROM employee e WHERE e.reports_to = b.employee_id)) ORDER BY b.employee_id))
FROM employee b;
