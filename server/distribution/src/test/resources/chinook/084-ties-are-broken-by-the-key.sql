SELECT json_build_object(
    'first', (SELECT json_agg(json_build_object('invoiceId', invoice_id, 'total', total::text) ORDER BY total, invoice_id) FROM (SELECT * FROM invoice ORDER BY total, invoice_id LIMIT 30) i),
    'second', (SELECT json_agg(json_build_object('invoiceId', invoice_id) ORDER BY total, invoice_id) FROM (SELECT * FROM invoice ORDER BY total, invoice_id LIMIT 30 OFFSET 30) i),
    'descending', (SELECT json_agg(json_build_object('invoiceId', invoice_id) ORDER BY total DESC, invoice_id) FROM (SELECT * FROM invoice ORDER BY total DESC, invoice_id LIMIT 30 OFFSET 60) i));
