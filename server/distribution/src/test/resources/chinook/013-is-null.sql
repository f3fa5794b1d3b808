SELECT json_build_object(
    'without', (SELECT json_agg(json_build_object('employeeId', employee_id) ORDER BY employee_id) FROM employee WHERE reports_to IS NULL),
    'with', (SELECT json_agg(json_build_object('employeeId', employee_id, 'reportsTo', reports_to) ORDER BY employee_id) FROM employee WHERE reports_to IS NOT NULL),
    'both', (SELECT coalesce(json_agg(json_build_object('customerId', customer_id) ORDER BY customer_id), '[]') FROM customer WHERE state IS NULL AND fax IS NOT NULL));
