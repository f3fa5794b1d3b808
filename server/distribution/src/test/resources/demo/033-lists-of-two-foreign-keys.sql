SELECT json_build_object('addresses', json_agg(json_build_object('addressId', a.address_id,
    'ordersByBillingAddressId', (SELECT coalesce(json_agg(json_build_object('orderId', order_id::text) ORDER BY order_id), '[]') FROM "order" WHERE billing_address_id = a.address_id),
    'ordersByShippingAddressId', (SELECT coalesce(json_agg(json_build_object('total', total::text) ORDER BY total DESC, order_id), '[]') FROM (SELECT * FROM "order" WHERE shipping_address_id = a.address_id ORDER BY total DESC, order_id LIMIT 2) o)) ORDER BY a.address_id))
FROM address a
WHERE a.address_id IN (1, 2, 3001, 3002, 3010);
