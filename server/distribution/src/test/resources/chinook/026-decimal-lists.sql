SELECT json_build_object(
    'in', (SELECT json_agg(json_build_object('invoiceId', invoice_id, 'total', total::text) ORDER BY invoice_id) FROM invoice WHERE total IN (25.86, 23.86)),
    'nin', (SELECT json_agg(json_build_object('invoiceId', invoice_id, 'total', total::text) ORDER BY invoice_id) FROM invoice WHERE total NOT IN (1.98, 3.96, 5.94, 8.91, 13.86, 0.99)));
