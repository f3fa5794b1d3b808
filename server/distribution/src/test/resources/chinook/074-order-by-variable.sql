SELECT json_build_object(
    'invoices', (SELECT json_agg(json_build_object('invoiceId', invoice_id, 'billingCountry', billing_country, 'total', total::text) ORDER BY place) FROM (
        SELECT i.*, row_number() OVER (ORDER BY i.billing_country COLLATE "C", i.total DESC, c.last_name COLLATE "C", i.invoice_id) AS place FROM invoice i JOIN customer c ON c.customer_id = i.customer_id) x WHERE place <= 12),
    'single', (SELECT json_agg(json_build_object('invoiceId', invoice_id) ORDER BY total DESC, invoice_id) FROM (SELECT * FROM invoice ORDER BY total DESC, invoice_id LIMIT 3) y));
