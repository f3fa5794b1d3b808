SELECT json_build_object('customers', coalesce(json_agg(json_build_object('customerId', customer_id, 'city', city, 'company', company) ORDER BY customer_id), '[]'))
FROM customer
WHERE country = 'Brazil' AND (left(city, 3) = 'São' OR state = 'DF') AND company IS NOT NULL AND company <> 'Woodstock Discos';
