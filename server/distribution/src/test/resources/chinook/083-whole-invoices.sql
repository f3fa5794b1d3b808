SELECT json_build_object('invoices', json_agg(json_build_object('invoiceId', i.invoice_id, 'customer', json_build_object('customerId', i.customer_id), 'invoiceLines',
    (SELECT json_agg(json_build_object('trackId', l.track_id, 'unitPrice', l.unit_price::text, 'quantity', l.quantity) ORDER BY l.invoice_line_id) FROM invoice_line l WHERE l.invoice_id = i.invoice_id)) ORDER BY i.invoice_id))
FROM invoice i;
