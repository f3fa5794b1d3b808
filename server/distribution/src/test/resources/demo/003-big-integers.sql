SELECT json_build_object(
    'exact', (SELECT json_agg(json_build_object('customerId', customer_id, 'loyaltyPoints', loyalty_points::text)) FROM customer WHERE loyalty_points = 9007199254740993),
    'neighbour', '[]'::json,
    'extreme', (SELECT json_agg(json_build_object('name', name, 'loyaltyPoints', loyalty_points::text) ORDER BY customer_id) FROM customer WHERE loyalty_points IN (9223372036854775807, -9223372036854775808)),
    'above', (SELECT json_agg(json_build_object('loyaltyPoints', loyalty_points::text) ORDER BY loyalty_points DESC) FROM customer WHERE loyalty_points > 9007199254740992),
    'negative', (SELECT json_agg(json_build_object('loyaltyPoints', loyalty_points::text, 'email', email) ORDER BY loyalty_points, customer_id) FROM customer WHERE loyalty_points < -450));
