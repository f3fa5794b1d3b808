SELECT [t0].[title] COLLATE Latin1_General_100_BIN2 AS [c0]
FROM [book] AS [t0]
WHERE (EXISTS (
  SELECT 1 AS [x]
  FROM [review] AS [t1]
  WHERE ([t1].[book_id] = [t0].[book_id] AND [t1].[stars] = ?)
) AND NOT EXISTS (
  SELECT 1 AS [x]
  FROM [review] AS [t2]
  WHERE ([t2].[book_id] = [t0].[book_id] AND CASE WHEN [t2].[helpful] >= 0 THEN 0 ELSE 1 END = 1)
) AND NOT EXISTS (
  SELECT 1 AS [x]
  FROM [review] AS [t3]
  WHERE ([t3].[book_id] = [t0].[book_id] AND [t3].[stars] < 2)
))
ORDER BY [t0].[book_id]
