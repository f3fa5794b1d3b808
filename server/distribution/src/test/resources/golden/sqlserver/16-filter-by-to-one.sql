SELECT [t0].[title] COLLATE Latin1_General_100_BIN2 AS [c0]
FROM [book] AS [t0]
WHERE EXISTS (
  SELECT 1 AS [x]
  FROM [publisher] AS [t1]
  WHERE ([t1].[publisher_id] = [t0].[publisher_id] AND EXISTS (
    SELECT 1 AS [x]
    FROM [country] AS [t2]
    WHERE ([t2].[code] = [t1].[country_id] AND ([t2].[code] = ? AND [t2].[code] COLLATE Latin1_General_100_BIN2 + N'.' = CAST(? AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 + N'.'))
  ))
)
ORDER BY [t0].[book_id]
