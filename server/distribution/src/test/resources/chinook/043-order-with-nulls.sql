SELECT json_build_object(
    'ascending', (SELECT json_agg(json_build_object('customerId', customer_id, 'state', state) ORDER BY (state IS NULL), state COLLATE "C", customer_id DESC) FROM customer),
    'descending', (SELECT json_agg(json_build_object('customerId', customer_id, 'state', state) ORDER BY place) FROM (
        SELECT *, row_number() OVER (ORDER BY (state IS NULL) DESC, state COLLATE "C" DESC, customer_id) AS place FROM customer) c WHERE place <= 35));
