SELECT json_build_object(
    'not', (SELECT json_agg(json_build_object('customerId', customer_id, 'company', company) ORDER BY customer_id) FROM customer WHERE company IS NOT NULL AND left(company, 1) <> 'A'),
    'notNot', (SELECT json_agg(json_build_object('customerId', customer_id) ORDER BY customer_id) FROM customer WHERE state = 'CA'),
    'orWithNull', (SELECT json_agg(json_build_object('customerId', customer_id, 'state', state) ORDER BY customer_id) FROM customer WHERE (state = 'SP' OR state IS NULL) AND support_rep_id = 3));
