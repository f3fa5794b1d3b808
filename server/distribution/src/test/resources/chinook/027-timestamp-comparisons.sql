SELECT json_build_object(
    'eq', (SELECT json_agg(json_build_object('invoiceId', invoice_id, 'invoiceDate', to_char(invoice_date, 'YYYY-MM-DD"T"HH24:MI:SS')) ORDER BY invoice_id) FROM invoice WHERE invoice_date = timestamp '2021-01-01'),
    'month', (SELECT json_agg(json_build_object('invoiceId', invoice_id, 'invoiceDate', to_char(invoice_date, 'YYYY-MM-DD"T"HH24:MI:SS')) ORDER BY invoice_id) FROM invoice WHERE date_trunc('month', invoice_date) = timestamp '2022-02-01'),
    'born', (SELECT json_agg(json_build_object('employeeId', employee_id, 'birthDate', to_char(birth_date, 'YYYY-MM-DD"T"HH24:MI:SS')) ORDER BY employee_id) FROM employee WHERE extract(year FROM birth_date) < 1960),
    'in', (SELECT json_agg(json_build_object('invoiceId', invoice_id) ORDER BY invoice_id) FROM invoice WHERE invoice_date IN (timestamp '2025-12-22', timestamp '2021-01-02')));
