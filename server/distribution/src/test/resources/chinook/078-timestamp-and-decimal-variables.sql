SELECT json_build_object('invoices', json_agg(json_build_object('invoiceId', invoice_id, 'invoiceDate', to_char(invoice_date, 'YYYY-MM-DD"T"HH24:MI:SS'), 'total', total::text) ORDER BY invoice_id))
FROM invoice
WHERE extract(year FROM invoice_date) = 2023 AND total IN (1.98, 13.86);
