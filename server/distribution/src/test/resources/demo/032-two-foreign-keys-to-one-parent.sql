SELECT json_build_object(
    'orders', (SELECT json_agg(json_build_object('orderId', o.order_id::text, 'billingAddress', json_build_object('addressId', b.address_id, 'city', b.city), 'shippingAddress', json_build_object('addressId', s.address_id, 'city', s.city)) ORDER BY o.order_id)
        FROM "order" o JOIN address b ON b.address_id = o.billing_address_id JOIN address s ON s.address_id = o.shipping_address_id WHERE b.city = 'Kyoto' AND s.city <> 'Kyoto'),
    'unbilled', (SELECT json_agg(json_build_object('billingAddress', null, 'shippingAddress', json_build_object('customerId', s.customer_id)) ORDER BY o.order_id)
        FROM (SELECT * FROM "order" WHERE billing_address_id IS NULL ORDER BY order_id LIMIT 3) o JOIN address s ON s.address_id = o.shipping_address_id));
