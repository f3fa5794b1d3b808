SELECT json_build_object(
    'invoices', (SELECT json_agg(json_build_object('invoiceId', invoice_id, 'invoiceDate', to_char(invoice_date, 'YYYY-MM-DD"T"HH24:MI:SS')) ORDER BY invoice_date DESC, invoice_id DESC) FROM (SELECT * FROM invoice ORDER BY invoice_date DESC, invoice_id DESC LIMIT 10) i),
    'employees', (SELECT json_agg(json_build_object('employeeId', employee_id, 'hireDate', to_char(hire_date, 'YYYY-MM-DD"T"HH24:MI:SS')) ORDER BY hire_date DESC, employee_id) FROM employee));
