SELECT json_build_object('customers', json_agg(json_build_object('customerId', customer_id, 'company', company) ORDER BY customer_id))
FROM customer
WHERE company IS NOT NULL AND company <> 'Google Inc.';
