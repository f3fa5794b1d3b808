SELECT json_build_object(
    'first', (SELECT json_agg(json_build_object('customerId', customer_id, 'company', company) ORDER BY place) FROM (
        SELECT *, row_number() OVER (ORDER BY (company IS NOT NULL), company COLLATE "C", customer_id) AS place FROM customer) c WHERE place > 45),
    'last', (SELECT json_agg(json_build_object('customerId', customer_id, 'company', company) ORDER BY place) FROM (
        SELECT *, row_number() OVER (ORDER BY (company IS NULL), company COLLATE "C" DESC, customer_id) AS place FROM customer) c WHERE place <= 15),
    'ascendingLast', (SELECT json_agg(json_build_object('employeeId', employee_id) ORDER BY (reports_to IS NULL), reports_to, employee_id) FROM employee),
    'descendingFirst', (SELECT json_agg(json_build_object('employeeId', employee_id) ORDER BY (reports_to IS NOT NULL), reports_to DESC, employee_id) FROM employee));
