SELECT json_build_object('orderSummaries', json_agg(json_build_object('orderId', o.order_id::text, 'gift', o.gift, 'customer', json_build_object('customerId', c.customer_id, 'name', c.name, 'preferences', c.preferences), 'lines',
    (SELECT coalesce(json_agg(json_build_object('lineNumber', l.line_number, 'title', b.title, 'quantity', l.quantity, 'unitPrice', l.unit_price::text) ORDER BY l.line_number), '[]') FROM order_line l JOIN book b ON b.book_id = l.book_id WHERE l.order_id = o.order_id)) ORDER BY o.order_id))
FROM "order" o JOIN customer c ON c.customer_id = o.customer_id
WHERE c.email IN ('customer1@mail.example', 'customer2@mail.example', 'customer3@mail.example');
