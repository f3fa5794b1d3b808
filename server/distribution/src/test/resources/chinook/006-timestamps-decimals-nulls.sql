SELECT json_build_object('invoices', json_agg(json_build_object(
    'invoiceId', invoice_id,
    'invoiceDate', to_char(invoice_date, 'YYYY-MM-DD"T"HH24:MI:SS'),
    'total', total::text,
    'billingState', billing_state,
    'billingPostalCode', billing_postal_code) ORDER BY invoice_id))
FROM (SELECT * FROM invoice ORDER BY invoice_id LIMIT 20 OFFSET 40) i;
