SELECT json_build_object('employees', json_agg(json_build_object('firstName', e.first_name, 'customers',
    (SELECT coalesce(json_agg(json_build_object('firstName', c.first_name, 'invoices',
        (SELECT coalesce(json_agg(json_build_object('invoiceDate', to_char(i.invoice_date, 'YYYY-MM-DD"T"HH24:MI:SS'), 'invoiceLines',
            (SELECT coalesce(json_agg(json_build_object('unitPrice', l.unit_price::text, 'quantity', l.quantity) ORDER BY l.invoice_line_id), '[]')
             FROM (SELECT * FROM invoice_line WHERE invoice_id = i.invoice_id ORDER BY invoice_line_id LIMIT 4) l)
        ) ORDER BY i.invoice_date DESC, i.invoice_id), '[]') FROM (SELECT * FROM invoice WHERE customer_id = c.customer_id ORDER BY invoice_date DESC, invoice_id LIMIT 3) i)
    ) ORDER BY c.customer_id), '[]') FROM (SELECT * FROM customer WHERE support_rep_id = e.employee_id ORDER BY customer_id LIMIT 5) c)
) ORDER BY e.employee_id))
FROM employee e
WHERE e.employee_id IN (SELECT support_rep_id FROM customer);
