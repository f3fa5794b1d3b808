SELECT json_build_object(
    'eq', (SELECT json_agg(json_build_object('invoiceId', invoice_id, 'total', total::text) ORDER BY invoice_id) FROM invoice WHERE total = 13.86),
    'otherScale', (SELECT json_agg(json_build_object('invoiceId', invoice_id, 'total', total::text) ORDER BY invoice_id) FROM (SELECT * FROM invoice WHERE total = 8.91 ORDER BY invoice_id LIMIT 3) i),
    'range', (SELECT json_agg(json_build_object('invoiceId', invoice_id, 'total', total::text) ORDER BY invoice_id) FROM invoice WHERE total > 13.86 AND total <= 18.86),
    'neq', (SELECT json_agg(json_build_object('trackId', track_id, 'unitPrice', unit_price::text) ORDER BY track_id) FROM (SELECT * FROM track WHERE unit_price <> 0.99 ORDER BY track_id LIMIT 5) t));
