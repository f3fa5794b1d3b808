SELECT json_build_object('customers', json_agg(json_build_object('lastName', c.last_name, 'invoices',
    (SELECT json_agg(json_build_object('invoiceLines',
        (SELECT json_agg(json_build_object('track', json_build_object('name', t.name)) ORDER BY t.name COLLATE "C" DESC, l.invoice_line_id) FROM invoice_line l JOIN track t ON t.track_id = l.track_id WHERE l.invoice_id = i.invoice_id)
    ) ORDER BY i.invoice_id) FROM (SELECT * FROM invoice WHERE customer_id = c.customer_id ORDER BY invoice_id LIMIT 2) i)
) ORDER BY c.last_name COLLATE "C", c.customer_id))
FROM (SELECT * FROM customer WHERE support_rep_id = 3 ORDER BY last_name COLLATE "C", customer_id LIMIT 4) c;
