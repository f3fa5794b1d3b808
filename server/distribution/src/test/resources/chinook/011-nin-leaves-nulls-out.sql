SELECT json_build_object('customers', json_agg(json_build_object('customerId', customer_id, 'state', state) ORDER BY customer_id))
FROM customer
WHERE state IS NOT NULL AND state NOT IN ('CA', 'SP', 'ON');
